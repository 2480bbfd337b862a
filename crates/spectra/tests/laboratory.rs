//! Files of chemical and biological laboratories, made here.
#![allow(clippy::expect_used, reason = "a test stops where it cannot go on")]

use std::io::Write as _;

use base64::Engine as _;
use proptest::prelude::*;
use spectra::laboratory::{self, Call, NotALaboratoryFile};

/// One curve in every compression of the standard; three lines, the later two with a check of the last value where the
/// line before ended in differences.
const CURVE: [f64; 15] = [10.0, 12.0, 12.0, 12.0, 9.0, 9.0, 4.0, -3.0, -3.0, 0.0, 100.0, 105.0, 110.0, 115.0, 7.0];

fn jcamp(data: &str) -> String {
    format!(
        "##TITLE= made\n##JCAMP-DX= 4.24\n##DATA TYPE= INFRARED SPECTRUM\n##XUNITS= 1/CM\n##YUNITS= ABSORBANCE\n\
         ##FIRSTX= 400\n##LASTX= 428\n##NPOINTS= 15\n##XFACTOR= 1\n##YFACTOR= 0.5\n##XYDATA= (X++(Y..Y))\n{data}\n##END=\n"
    )
}

#[test]
fn every_compression_of_jcamp_decodes_alike() {
    let forms = [
        ("AFFN", "400 10 12 12 12 9\n410 9 4 -3 -3 0\n420 100 105 110 115 7"),
        ("PAC", "400+10+12+12+12+9\n410+9+4-3-3+0\n420+100+105+110+115+7"),
        ("SQZ", "400A0A2A2A2I\n410IDcc@\n420A00A05A10A15G"),
        ("SQZ, DUP", "400A0A2UI\n410IDcT@\n420A00A05A10A15G"),
        ("DIF", "400A0K%%l\n408I%np%L\n418@J00NNNj08"),
        ("DIF, DUP", "400A0K%Tl\n408I%np%L\n418@J00NUj08"),
    ];
    for (form, data) in forms {
        let (file, findings) = laboratory::read(jcamp(data).as_bytes()).expect("a file");
        assert_eq!(findings, [], "{form}");
        assert_points(form, &file.curves[0].points, &CURVE);
    }
}

#[track_caller]
fn assert_points(form: &str, points: &[(f64, f64)], expect: &[f64]) {
    assert_eq!(points.len(), expect.len(), "{form}");
    for (n, ((x, y), expect)) in points.iter().zip(expect).enumerate() {
        assert!((x - (400.0 + 2.0 * n as f64)).abs() < 1e-9, "{form}: {x}");
        assert!((y - expect * 0.5).abs() < 1e-9, "{form}: point {n} is {y}");
    }
}

#[test]
fn a_broken_check_is_told() {
    let (_, findings) = laboratory::read(jcamp("400A0K%%l\n410H%").as_bytes()).expect("a file");
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    assert!(codes.contains(&"checks-differ") && codes.contains(&"channel-count-differs"), "{codes:?}");
}

#[test]
fn jcamp_links_peaks_and_tuples() {
    let text = "##TITLE= both\n##DATA TYPE= LINK\n##BLOCKS= 2\n##TITLE= peaks\n##DATA TYPE= MASS SPECTRUM\n\
                ##PEAK TABLE= (XY..XY)\n41,100; 55,230\n69,50\n##END=\n##TITLE= pages\n##DATA TYPE= NMR SPECTRUM\n\
                ##NTUPLES= NMR SPECTRUM\n##SYMBOL= X, R, I\n##UNITS= HZ, ARBITRARY, ARBITRARY\n##FIRST= 10, 1, 1\n\
                ##LAST= 30, 3, 3\n##VAR_DIM= 3, 3, 3\n##FACTOR= 1, 2, 3\n##PAGE= N=1\n\
                ##DATA TABLE= (X++(R..R)), XYDATA\n10 1 2 3\n##PAGE= N=2\n##DATA TABLE= (X++(I..I)), XYDATA\n10 4 5 6\n\
                ##END NTUPLES= x\n##END=\n##END=\n";
    let (file, _) = laboratory::read(text.as_bytes()).expect("a file");
    assert_eq!(file.curves.len(), 3);
    assert_eq!(file.curves[0].points, [(41.0, 100.0), (55.0, 230.0), (69.0, 50.0)]);
    assert!(file.curves[0].sticks);
    assert_eq!(file.curves[1].points, [(10.0, 2.0), (20.0, 4.0), (30.0, 6.0)]);
    assert_eq!(file.curves[2].points, [(10.0, 12.0), (20.0, 15.0), (30.0, 18.0)]);
    assert_eq!(file.curves[2].title, "pages (N=2)");
}

fn mzml(zlib: bool) -> String {
    let encode = |numbers: &[f64]| {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let bytes = if zlib {
            let mut deflated = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
            deflated.write_all(&bytes).expect("written");
            deflated.finish().expect("done")
        } else {
            bytes
        };
        base64::engine::general_purpose::STANDARD.encode(bytes)
    };
    let compression = if zlib { "MS:1000574" } else { "MS:1000576" };
    let array = |what: &str, numbers: &[f64]| {
        format!(
            "<binaryDataArray><cvParam accession=\"MS:1000523\" name=\"64-bit float\"/><cvParam accession=\"{compression}\" \
             name=\"c\"/><cvParam accession=\"{what}\" name=\"w\"/><binary>{}</binary></binaryDataArray>",
            encode(numbers)
        )
    };
    format!(
        "<mzML><run><spectrumList><spectrum id=\"scan=1\"><cvParam accession=\"MS:1000127\" name=\"centroid spectrum\"/>\
         <cvParam accession=\"MS:1000511\" name=\"ms level\" value=\"2\"/><binaryDataArrayList>{}{}</binaryDataArrayList>\
         </spectrum></spectrumList></run></mzML>",
        array("MS:1000514", &[41.25, 55.5]),
        array("MS:1000515", &[10.0, 20.0])
    )
}

#[test]
fn mzml_with_and_without_compression() {
    for zlib in [false, true] {
        let (file, findings) = laboratory::read(mzml(zlib).as_bytes()).expect("a file");
        assert_eq!(findings, []);
        assert_eq!(file.curves[0].points, [(41.25, 10.0), (55.5, 20.0)]);
        assert_eq!(file.curves[0].statements, [("ms level".to_owned(), "2".to_owned())]);
    }
}

#[test]
fn msp_and_mgf() {
    let msp =
        "Name: first\nMW: 100\nNum Peaks: 3\n41 100; 55 230;\n69 50 \"a comment\"\n\nName: second\nNum peaks: 2\n1 2\n";
    let (file, findings) = laboratory::read(msp.as_bytes()).expect("a file");
    assert_eq!(file.curves.len(), 2);
    assert_eq!(file.curves[0].points.len(), 3);
    assert_eq!(findings.len(), 1, "the second announces two peaks and has one: {findings:?}");
    let mgf = "BEGIN IONS\nTITLE=one\nPEPMASS=300.5\n100.1 5\n200.2 6\nEND IONS\n";
    let (file, _) = laboratory::read(mgf.as_bytes()).expect("a file");
    assert_eq!(file.curves[0].title, "one");
    assert_eq!(file.curves[0].points, [(100.1, 5.0), (200.2, 6.0)]);
}

fn rdml() -> String {
    "<rdml:rdml xmlns:rdml=\"http://www.rdml.org\" version=\"1.2\"><rdml:sample id=\"S1\"><rdml:type>unkn</rdml:type>\
     </rdml:sample><rdml:sample id=\"water\"><rdml:type>ntc</rdml:type></rdml:sample><rdml:experiment id=\"e\">\
     <rdml:run id=\"r\"><rdml:react id=\"1\"><rdml:sample id=\"S1\"/><rdml:data><rdml:tar id=\"gene\"/><rdml:cq>24.5</rdml:cq>\
     <rdml:adp><rdml:cyc>1</rdml:cyc><rdml:fluor>0.5</rdml:fluor></rdml:adp></rdml:data></rdml:react>\
     <rdml:react id=\"2\"><rdml:sample id=\"water\"/><rdml:data><rdml:tar id=\"gene\"/><rdml:cq>-1</rdml:cq></rdml:data>\
     </rdml:react></rdml:run></rdml:experiment></rdml:rdml>"
        .to_owned()
}

#[test]
fn rdml_in_its_archive() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("rdml_data.xml", zip::write::SimpleFileOptions::default()).expect("begun");
    archive.write_all(rdml().as_bytes()).expect("written");
    let bytes = archive.finish().expect("done").into_inner();
    let (file, _) = laboratory::read(&bytes).expect("a file");
    let said: Vec<_> = file.reactions.iter().map(|r| (r.sample.as_str(), r.sample_type.as_str(), r.cq)).collect();
    assert_eq!(said, [("S1", "unkn", Some(24.5)), ("water", "ntc", None)]);
    assert_eq!(file.reactions[0].amplification, [(1.0, 0.5)]);
}

#[test]
fn a_run_of_rdml_is_judged_by_its_controls() {
    // Since RDML 1.3 a sample may be a control for one target and a sample for another.
    let sample = |id: &str, types: &str| format!("<sample id=\"{id}\">{types}</sample>");
    let react = |well: u8, sample: &str, target: &str, cq: f64| {
        format!(
            "<react id=\"{well}\"><sample id=\"{sample}\"/><data><tar id=\"{target}\"/><cq>{cq}</cq></data></react>"
        )
    };
    let document = |water: f64| {
        format!(
            "<rdml version=\"1.3\">{}{}{}<target id=\"gene\"><type>toi</type></target><target id=\"internal\"><type>ref</type>\
             </target><experiment id=\"e\"><run id=\"r\">{}{}{}{}</run></experiment></rdml>",
            sample("S1", "<type>unkn</type>"),
            sample("water", "<type>ntc</type>"),
            sample("known", "<type targetId=\"other\">unkn</type><type targetId=\"gene\">pos</type>"),
            react(1, "S1", "gene", 24.5),
            react(1, "S1", "internal", 29.0),
            react(2, "water", "gene", water),
            react(3, "known", "gene", 22.0),
        )
    };
    let judged = |water: f64| {
        let (file, _) = laboratory::read(document(water).as_bytes()).expect("a file");
        laboratory::judge(&file, None).remove(0)
    };
    let sound = judged(-1.0);
    assert!(sound.valid && sound.missing.is_empty(), "{sound:?}");
    assert_eq!(sound.samples.len(), 1);
    assert_eq!((sound.samples[0].call, sound.samples[0].cq.as_slice()), (Call::Detected, [24.5].as_slice()));
    let contaminated = judged(37.0);
    assert!(!contaminated.valid);
    assert_eq!(contaminated.samples[0].reason, Some("control-failed"));
}

#[test]
fn what_is_none_of_these_is_refused() {
    for bytes in [b"".as_slice(), b"hello", b"PK\x03\x04", b"<html/>", b"##JCAMP-DX= 5\n", b"\x00\x01\x02"] {
        assert_eq!(laboratory::read(bytes), Err(NotALaboratoryFile::Unknown), "{bytes:?}");
    }
    assert_eq!(laboratory::read(b"##TITLE= x\n##END=\n"), Err(NotALaboratoryFile::Nothing));
}

#[test]
fn a_picture_has_axes_and_no_markup_of_the_file() {
    let (mut file, _) = laboratory::read(jcamp("400 10 12 12 12 9\n410 9 4 -3 -3 0\n420 100 105 110 115 7").as_bytes())
        .expect("a file");
    file.curves[0].title = "<script>".to_owned();
    let svg = laboratory::to_svg(&file.curves[0]);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    assert!(svg.contains("&lt;script&gt;") && !svg.contains("<script>"));
    assert!(svg.contains(">400<") && svg.contains("1/CM"), "{svg}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_are_borne(which in 0_usize..4, places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30), end in any::<prop::sample::Index>()) {
        let mut bytes = match which {
            0 => jcamp("400A0K%Tl\n410I%njb").into_bytes(),
            1 => mzml(true).into_bytes(),
            2 => rdml().into_bytes(),
            _ => b"Name: first\nNum Peaks: 3\n41 100; 55 230;\n".to_vec(),
        };
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(bytes.len() + 1));
        if let Ok((file, _)) = laboratory::read(&bytes) {
            for curve in &file.curves {
                let _ = laboratory::to_svg(curve);
            }
        }
    }
}
