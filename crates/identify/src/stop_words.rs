//! Words that say nothing about goods: grammar, and the phrases of every control list.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether a folded word (not its stem) is grammar or the measure of a parcel: it neither finds nor counts against.
#[must_use]
pub(crate) fn is_grammar(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| GRAMMAR.split_whitespace().collect());
    WORDS.contains(word)
}

/// Whether a stem belongs to the phrases of nearly every provision: it finds little, and its absence says nothing.
#[must_use]
pub(crate) fn is_list_jargon(stem: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        // A unit of measure without its number says as little.
        JARGON.split_whitespace().chain(crate::terms::unit_words()).map(text::stem).collect()
    });
    WORDS.contains(stem)
}

const GRAMMAR: &str = "a an the of and or for to in on at by with from as is are be been being was were it its this that whether only even up down out off about above below \
    these those which who whose what when where there here than then so such not no nor but if into onto upon over \
    under between within without per via also any all each every either both other others another same own more most \
    less least very can may will shall must should could would do does did done has have had having we you your our \
    they them their he she his her i e g etc eg ie inc ltd llc co corp gmbh no nr n pcs pc piece pieces set sets \
    new used qty quantity unit units total net gross item items i ii iii iv \
    и в во на с со к ко по за из от до у о об для при под над без через между или а но не ни что как так то это этот \
    эта эти этой этого этих тот та те того тех который которая которое которые которых его ее их им ими он она оно \
    они мы вы ваш наш же ли бы был была были быть есть также тоже либо если чем где когда все всех всего любой любая \
    любые каждый иной иные другой другие прочие прочий прочее шт штук штука комплект комплекта новый новая новое \
    б/у бу т п д е н тип типа вид вида всего кол количество ед изм № no ооо оао зао";

const JARGON: &str = "specially especially designed design specified specify controlled control follows following \
    follow therefor therefore thereof having characteristics characteristic described entry items item eccn list part \
    parts component components accessory accessories equipment system systems including include included used use \
    usable capable greater equal exceeding note technical purposes means defined definition related e.g. see category \
    supp regulation license requirements reason country chart column exception exceptions applies apply related \
    definitions itar jurisdiction subject cfr ear other prepared modified assembly assemblies containing \
    специально разработанный предназначенный спроектированный указанный определенный контролируемый следующий \
    следующие имеющий характеристика характеристики часть части компонент компоненты оборудование система системы \
    включая используемый использование применяемый пригодный превышающий равный более примечание техническое \
    принадлежности узел узлы";
