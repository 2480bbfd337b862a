# Identification of goods: reasons, titles of the answer, words that every face shares.

goods-no-candidate = No candidate found. This is not a clearance.
goods-not-a-clearance = Candidates are where to look. A person decides; no candidate is not a clearance.
goods-strong-mark = { "● " }
goods-sure = about { $sure } % sure · { $list }

## Reasons
goods-reason-cas = the list prints the CAS number { $cas }
goods-reason-cas-named = the list prints the CAS number { $cas } ({ $name })
goods-reason-cas-of-note = only a note here prints the CAS number { $cas }: read whether it takes the chemical out or names it as a part of the goods
goods-reason-structure = the structure is { $name } (CAS { $cas }, InChIKey { $key })
goods-reason-skeleton = the structure has the same bonds as { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}; isotopes, charge or arrangement in space differ
goods-reason-parent = the largest part of the structure is { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}: a salt, hydrate or mixture of it
goods-reason-family = the structure belongs to the family that this provision describes in words
goods-reason-chemical-itself = “{ $written }” is listed here by its name{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}
goods-reason-chemical = “{ $written }” is a name of { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}
goods-reason-chemical-loose = “{ $written }” may be another way of writing { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}: the parts are the same, check where each group sits
goods-reason-organism-itself = “{ $written }” is listed here by its name
goods-reason-organism = “{ $written }” is a name of { $name }
goods-reason-organism-former = “{ $written }” is a former name ({ $time }) of { $name }
goods-reason-code = the description itself names “{ $written }”
goods-reason-words = the list says the same words here: { $words }
goods-reason-kind = “{ $written }”: a trade name of goods that this provision may cover whatever their figures
goods-reason-kind-figures = “{ $written }”: this provision covers such goods only with certain figures; compare them with the data sheet, as most do not reach them
goods-reason-nomenclature = goods of this provision are declared under { $heading }, and the code given is { $code }
goods-reason-nomenclature-elsewhere = against it: the code { $code } is mostly of everyday goods; that makes it less likely, not impossible
goods-reason-everyday = against it: words of everyday goods ({ $words })

## Scoring
goods-eval-set = Set
goods-eval-covered = Listed goods
goods-eval-first = Right entry first
goods-eval-five = In five
goods-eval-path = Right path first
goods-eval-strong-right = Strong
goods-eval-not-covered = Goods not listed
goods-eval-strong-wrongly = Strong all the same
goods-eval-without = Without candidate

## Channels
goods-channel-cas = CAS number
goods-channel-structure = structure
goods-channel-name = name
goods-channel-code = code given
goods-channel-text = words
goods-channel-nomenclature = nomenclature code

## Faults
fault-thesaurus-line = this line of the thesaurus cannot be read
    .hint = The columns are described in data/thesaurus/README.md; they are parted by tabs.
fault-description-cut = the description is long; only its beginning was looked at
    .hint = Give the lines of an invoice one by one.
fault-item-empty = nothing is known of the item
    .hint = Give a description, a nomenclature code, a CAS number, a structure or a name.
fault-structure-unreadable = the structure “{ $text }” cannot be read: { $why }
    .hint = Copy the SMILES, InChI or InChIKey again, whole. Everything else that is known was looked at.
fault-nomenclature-unreadable = “{ $text }” is not a nomenclature code
    .hint = Give at least four digits, such as 8413 50.
fault-item-unreadable = this line is no item: { $why }
    .hint = One JSON object a line, as {"{"}"id":"1","description":"…"{"}"}.
fault-case-unreadable = this line is no case: { $why }
    .hint = An item with "expect": a list of codes or paths, empty for goods that are not listed.

## Table
goods-table-name = Goods
goods-table-id = No.
goods-table-description = Description
goods-table-hs = Nomenclature code
goods-table-look = What to do
goods-table-path = Provision
goods-table-title = Title
goods-table-list = List
goods-table-sure = Sure, %
goods-table-reasons = Why
goods-table-faults = Not read
goods-table-stop = stop and look
goods-table-see = see candidates
goods-table-none = no candidate; not a clearance
