//! Small files of every family, made here: one spectrum of 1,024 channels with two peaks, the same in all of them.

/// Live time, in seconds.
pub(crate) const LIVE: f64 = 58.5;
/// Real time, in seconds.
pub(crate) const REAL: f64 = 60.0;
/// Energy of the lower edge of channel 0, in keV.
pub(crate) const OFFSET: f64 = -12.0;
/// Width of a channel, in keV.
pub(crate) const GAIN: f64 = 2.5;

const CHANNELS: usize = 1024;

/// The counts.
pub(crate) fn counts() -> Vec<f64> {
    let peak =
        |channel: f64, at: f64, width: f64, height: f64| height * (-0.5 * ((channel - at) / width).powi(2)).exp();
    (0..CHANNELS)
        .map(|n| n as f64)
        .map(|n| (40.0 * (-n / 200.0).exp() + peak(n, 269.0, 8.0, 300.0) + peak(n, 589.0, 12.0, 90.0)).round())
        .collect()
}

/// Whether the family's file has an energy axis.
pub(crate) fn has_axis(family: &str) -> bool {
    family != "tka"
}

/// Whether the family's file says when it was recorded.
pub(crate) fn has_start(family: &str) -> bool {
    !matches!(family, "tka" | "radiacode-xml")
}

/// A file of each family.
pub(crate) fn every_family() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("n42-2011", n42_2011().into_bytes()),
        ("n42-2006", n42_2006().into_bytes()),
        ("radiacode-xml", radiacode().into_bytes()),
        ("iaea-spe", spe().into_bytes()),
        ("chn", chn()),
        ("spc", spc(false)),
        ("spc", spc(true)),
        ("spc-ascii", spc_ascii().into_bytes()),
        ("cnf", cnf()),
        ("pcf", pcf(0.0)),
        ("iec-1455", iec().into_bytes()),
        ("amptek-mca", amptek().into_bytes()),
        ("tka", tka().into_bytes()),
        ("lsrm", lsrm()),
        ("exploranium", exploranium()),
        ("delimited", delimited().into_bytes()),
        ("lzs", lzs().into_bytes()),
        ("aram", aram().into_bytes()),
        ("phd", phd().into_bytes()),
        ("raddata-uri", address().into_bytes()),
    ]
}

/// Files of families that cannot say all that the others do: whole seconds, several detectors, one duration.
pub(crate) fn odd_families() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("multiact", multiact()),
        ("tracs-mps", tracs()),
        ("daily-file", daily().into_bytes()),
        ("raddata-uri", packed_address(false).into_bytes()),
        ("raddata-uri", packed_address(true).into_bytes()),
    ]
}

fn joined(separator: &str) -> String {
    counts().iter().map(f64::to_string).collect::<Vec<_>>().join(separator)
}

pub(crate) fn n42_2011() -> String {
    format!(
        "<?xml version=\"1.0\"?><RadInstrumentData xmlns=\"http://physics.nist.gov/N42/2011/N42\">\
         <RadDetectorInformation id=\"a\"><RadDetectorCategoryCode>Gamma</RadDetectorCategoryCode>\
         <RadDetectorKindCode>NaI</RadDetectorKindCode></RadDetectorInformation>\
         <EnergyCalibration id=\"e\"><CoefficientValues>{OFFSET} {GAIN} 0</CoefficientValues></EnergyCalibration>\
         <RadMeasurement id=\"m\"><MeasurementClassCode>Foreground</MeasurementClassCode>\
         <StartDateTime>2026-03-14T10:25:27Z</StartDateTime><RealTimeDuration>PT{REAL}S</RealTimeDuration>\
         <Spectrum id=\"s\" radDetectorInformationReference=\"a\" energyCalibrationReference=\"e\">\
         <LiveTimeDuration>PT{LIVE}S</LiveTimeDuration><ChannelData>{}</ChannelData></Spectrum></RadMeasurement>\
         </RadInstrumentData>",
        joined(" ")
    )
}

fn n42_2006() -> String {
    format!(
        "<N42InstrumentData><Measurement><Spectrum><StartTime>2026-03-14T10:25:27</StartTime>\
         <RealTime>PT{REAL}S</RealTime><LiveTime>PT{LIVE}S</LiveTime><Calibration Type=\"Energy\" EnergyUnits=\"keV\">\
         <Equation Model=\"Polynomial\"><Coefficients>{OFFSET} {GAIN}</Coefficients></Equation></Calibration>\
         <ChannelData>{}</ChannelData></Spectrum></Measurement></N42InstrumentData>",
        joined("\n")
    )
}

fn radiacode() -> String {
    let points: String = counts().iter().map(|count| format!("<DataPoint>{count}</DataPoint>")).collect();
    format!(
        "<ResultDataFile><ResultDataList><ResultData><DeviceConfigReference><Name>RadiaCode-102</Name>\
         </DeviceConfigReference><EnergySpectrum><NumberOfChannels>1024</NumberOfChannels><EnergyCalibration>\
         <PolynomialOrder>1</PolynomialOrder><Coefficients><Coefficient>{OFFSET}</Coefficient>\
         <Coefficient>{GAIN}</Coefficient></Coefficients></EnergyCalibration><MeasurementTime>{REAL}</MeasurementTime>\
         <LiveTime>{LIVE}</LiveTime><Spectrum>{points}</Spectrum></EnergySpectrum></ResultData></ResultDataList>\
         </ResultDataFile>"
    )
}

fn spe() -> String {
    format!(
        "$SPEC_ID:\nmade for a test\n$DATE_MEA:\n03/14/2026 10:25:27\n$MEAS_TIM:\n{LIVE} {REAL}\n$DATA:\n0 1023\n{}\n\
         $MCA_CAL:\n2\n{OFFSET} {GAIN} keV\n",
        joined("\n")
    )
}

/// Bytes with numbers put at offsets.
struct Bytes(Vec<u8>);

impl Bytes {
    fn new(size: usize) -> Self {
        Self(vec![0; size])
    }

    fn put(&mut self, at: usize, bytes: &[u8]) {
        self.0[at..at + bytes.len()].copy_from_slice(bytes);
    }

    fn put_floats(&mut self, at: usize, numbers: &[f64]) {
        for (n, number) in numbers.iter().enumerate() {
            self.put(at + 4 * n, &(*number as f32).to_le_bytes());
        }
    }

    fn put_counts(&mut self, at: usize) {
        for (n, count) in counts().iter().enumerate() {
            self.put(at + 4 * n, &(*count as u32).to_le_bytes());
        }
    }
}

fn chn() -> Vec<u8> {
    let mut file = Bytes::new(32 + 4 * CHANNELS + 512);
    file.put(0, &(-1_i16).to_le_bytes());
    file.put(6, b"27");
    file.put(8, &((REAL * 50.0) as i32).to_le_bytes());
    file.put(12, &((LIVE * 50.0) as i32).to_le_bytes());
    file.put(16, b"14Mar2611025");
    file.put(30, &(CHANNELS as u16).to_le_bytes());
    file.put_counts(32);
    let trailer = 32 + 4 * CHANNELS;
    file.put(trailer, &(-102_i16).to_le_bytes());
    file.put_floats(trailer + 4, &[OFFSET, GAIN, 0.0]);
    file.0
}

fn spc(real_numbers: bool) -> Vec<u8> {
    let mut file = Bytes::new(128 * 4 + 4 * CHANNELS);
    file.put(0, &1_i16.to_le_bytes());
    file.put(2, &(if real_numbers { 5_i16 } else { 1 }).to_le_bytes());
    // Records 2 (acquisition), 3 (calibration), 5 (channels).
    file.put(8, &2_i16.to_le_bytes());
    file.put(34, &3_i16.to_le_bytes());
    file.put(60, &5_i16.to_le_bytes());
    file.put(62, &((CHANNELS / 32) as i16).to_le_bytes());
    file.put(64, &(CHANNELS as u16).to_le_bytes());
    file.put_floats(90, &[REAL, LIVE]);
    file.put(128 + 16, b"14-Mar-261\0\0");
    file.put(128 + 28, b"10:25:27");
    file.put_floats(256 + 20, &[OFFSET, GAIN, 0.0]);
    if real_numbers {
        file.put_floats(512, &counts());
    } else {
        file.put_counts(512);
    }
    file.0
}

fn spc_ascii() -> String {
    format!(
        "SpectrumName : made\nDetectorType : NaI\nXUnit : keV\nLength : 1024\nSubSpcNum : 1\nRealtime : {REAL}\n\
         Livetime : {LIVE}\nStarttime : 14.03.2026 10:25:27\nCalibCoeff : a=0 b=0 c={GAIN} d={OFFSET}\n{}\n",
        joined("\n")
    )
}

/// A number as a VAX keeps it.
fn vax(number: f64) -> [u8; 4] {
    if number == 0.0 {
        return [0; 4];
    }
    let exponent = number.abs().log2().floor() as i32 + 1;
    let fraction = (number.abs() / 2.0_f64.powi(exponent) * f64::from(1 << 24)).round() as u32 & 0x7f_ffff;
    let bits = (u32::from(number < 0.0) << 31) | (((exponent + 128) as u32) << 23) | fraction;
    let [b0, b1, b2, b3] = bits.to_le_bytes();
    [b2, b3, b0, b1]
}

fn cnf() -> Vec<u8> {
    const ACQUISITION: usize = 0x800;
    const DATA: usize = 0x1000;
    let mut file = Bytes::new(DATA + 0x200 + 4 * CHANNELS);
    for (n, (kind, place)) in [(0x1_2000_u32, ACQUISITION), (0x1_2005, DATA)].into_iter().enumerate() {
        file.put(112 + 48 * n, &kind.to_le_bytes());
        file.put(112 + 48 * n + 10, &(place as u32).to_le_bytes());
    }
    file.put(ACQUISITION + 0x22, &0x100_u16.to_le_bytes());
    file.put(ACQUISITION + 0x24, &0x400_u16.to_le_bytes());
    file.put(ACQUISITION + 0xb9, &(CHANNELS as u32).to_le_bytes());
    let axis = ACQUISITION + 0x30 + 0x100;
    for (n, number) in [OFFSET, GAIN, 0.0, 0.0].into_iter().enumerate() {
        file.put(axis + 0x44 + 4 * n, &vax(number));
    }
    let times = ACQUISITION + 0x30 + 0x400;
    // 14 March 2026, 10:25:27 UTC.
    let started = (1_773_483_927_i64 + 3_506_716_800) * 10_000_000;
    file.put(times + 1, &started.to_le_bytes());
    file.put(times + 9, &(!((REAL * 1e7) as i64)).to_le_bytes());
    file.put(times + 17, &(!((LIVE * 1e7) as i64)).to_le_bytes());
    file.put_counts(DATA + 0x200);
    file.0
}

/// With a deviation pair that adds so much at 1,000 keV, when it is not zero.
pub(crate) fn pcf(deviation: f64) -> Vec<u8> {
    let pairs = if deviation == 0.0 { 0 } else { 256 + 20_480 };
    let start = 256 + pairs;
    let mut file = Bytes::new(start + 256 + 4 * CHANNELS);
    file.put(0, &((1 + 4 * CHANNELS / 256) as u16).to_le_bytes());
    file.put(2, b"DHS");
    if pairs > 0 {
        file.put(256, b"DeviationPairsInFile");
        file.put_floats(512, &[0.0, 0.0, 1000.0, deviation]);
    }
    file.put(start, b"Item Aa1");
    file.put(start + 180, b"14-Mar-2026 10:25:27.00");
    file.put_floats(start + 204, &[LIVE, REAL]);
    file.put_floats(start + 224, &[OFFSET, GAIN * CHANNELS as f64, 0.0, 0.0, 0.0]);
    file.put(start + 252, &(CHANNELS as i32).to_le_bytes());
    file.put_floats(start + 256, &counts());
    file.0
}

fn iec() -> String {
    let mut lines = vec![
        "A004MADE   NaI     0   0     0".to_owned(),
        // The fields of times are twelve wide, those of coefficients fifteen.
        format!("A004{LIVE:>12.2}{REAL:>12.2}{CHANNELS:>6}"),
        "A00414/03/26 10:25:27 03/13/26 11:34:36".to_owned(),
        format!("A004{OFFSET:>15.7E}{GAIN:>15.7E}{:>15.7E}{:>15.7E}", 0.0, 0.0),
    ];
    lines.resize(58, "A004".to_owned());
    for (n, five) in counts().chunks(5).enumerate() {
        let mut line = format!("A004{:>6}", 5 * n);
        for count in five {
            line.push_str(&format!("{count:>10}"));
        }
        lines.push(line);
    }
    lines.join("\n")
}

fn amptek() -> String {
    format!(
        "<<PMCA SPECTRUM>>\nTAG - made\nDESCRIPTION - for a test\nGAIN - 0\nLIVE_TIME - {LIVE}\nREAL_TIME - {REAL}\n\
         START_TIME - 03/14/2026 10:25:27\nSERIAL_NUMBER - 7\n<<CALIBRATION>>\nLABEL - keV\n0 {OFFSET}\n1000 {}\n\
         <<DATA>>\n{}\n<<END>>\n",
        OFFSET + 1000.0 * GAIN,
        joined("\n")
    )
}

fn tka() -> String {
    format!("{LIVE}\n{REAL}\n{}\n", joined("\n"))
}

fn lsrm() -> Vec<u8> {
    let head = format!(
        "SHIFR=made\r\nDETECTOR=NaI 63x63\r\nMEASBEGIN=14-03-26 10:25:27\r\nTLIVE={LIVE}\r\nTREAL={REAL}\r\n\
         ENERGY=1,{OFFSET},{GAIN}\r\nSPECTRSIZE=1024\r\nSPECTR="
    );
    let mut file = head.into_bytes();
    for count in counts() {
        file.extend((count as i32).to_le_bytes());
    }
    file
}

fn exploranium() -> Vec<u8> {
    let mut file = Bytes::new(2124);
    file.put(0, b"ZZZZ");
    file.put(4, &2124_u16.to_le_bytes());
    file.put(7, &[0x26, 0x03, 0x14, 0x10, 0x25, 0x27]);
    file.put(19, &1024_u16.to_le_bytes());
    file.put(21, &((REAL * 1000.0) as u32).to_le_bytes());
    file.put_floats(44, &[OFFSET, GAIN, 0.0]);
    for (n, count) in counts().iter().enumerate() {
        file.put(75 + 2 * n, &(*count as u16).to_le_bytes());
    }
    file.put(75, &((LIVE * 1000.0) as u32).to_le_bytes());
    file.0
}

fn delimited() -> String {
    let rows: String =
        counts().iter().enumerate().map(|(n, count)| format!("{};{count}\n", OFFSET + GAIN * n as f64)).collect();
    format!("Live time: {LIVE}\nReal time: {REAL}\nStart time: 2026-03-14 10:25:27\nEnergy (keV);Counts\n{rows}")
}

fn lzs() -> String {
    format!(
        "<nanoMCA><serialnumber>7</serialnumber><spectrum><tag>made, Model M-1, SN 8</tag><hardsize>1024</hardsize>\
         <data>{}</data></spectrum><time><real> {REAL}</real><live> {LIVE}</live><date>14/03/2026  10:25:27</date></time>\
         <calibration><channelA>0</channelA><energyA>{OFFSET}</energyA><channelB>1000</channelB><energyB>{}</energyB>\
         </calibration></nanoMCA>",
        joined("\n"),
        OFFSET + 1000.0 * GAIN
    )
}

fn aram() -> String {
    format!(
        "Site Name: Karsk\nMonitor: ARAM 2\n<event monitor_type=\"ARAM\" start_iso8601=\"2026-03-14T10:25:27Z\"><detectors><gamma>\
         <sample><channels realtime=\"{}\" livetime=\"{}\">{}</channels></sample><counts>1 2 3</counts></gamma><neutron><sample>\
         <counts total=\"5\" livetime=\"58500\"/></sample></neutron></detectors></event>\n<Calibration><Coefficients>{OFFSET} {GAIN}\
         </Coefficients></Calibration>\n",
        REAL * 1000.0,
        LIVE * 1000.0,
        joined(" ")
    )
}

fn phd() -> String {
    let rows: String = counts()
        .chunks(5)
        .enumerate()
        .map(|(n, five)| {
            let five: Vec<String> = five.iter().map(f64::to_string).collect();
            format!("{} {}\n", 5 * n + 1, five.join(" "))
        })
        .collect();
    let point = |channel: f64| format!("{} {channel} 0.02\n", OFFSET + GAIN * channel);
    let points: String = [30.0, 100.0, 300.0, 500.0, 900.0].into_iter().map(point).collect();
    format!(
        "BEGIN IMS2.0\nMSG_TYPE DATA\n#Header 3\nKARSK_001 made\n#Acquisition\n2026/03/14 10:25:27.0 {REAL} {LIVE}\n\
         #g_Energy\n{points}#g_Spectrum\n1024 2548\n{rows}STOP\n"
    )
}

fn address() -> String {
    format!(
        "RADDATA://G0/F00/I:F T:{REAL},{LIVE} C:{OFFSET},{GAIN} M:made P:20260314T102527 N:4 O:for a test S:{}",
        joined("$")
    )
}

/// The same with counts in bytes, deflated, and in the letters of base 64 or 45.
fn packed_address(base_45: bool) -> String {
    use base64::Engine as _;
    use std::io::Write as _;
    let mut data = format!("I:F T:{REAL},{LIVE} C:{OFFSET},{GAIN} S:").into_bytes();
    // A zero stands with how many zeros it is.
    let mut values: Vec<u32> = Vec::new();
    for count in counts() {
        match values.as_mut_slice() {
            [.., 0, run] if count == 0.0 => *run += 1,
            _ if count == 0.0 => values.extend([0, 1]),
            _ => values.push(count as u32),
        }
    }
    data.extend((values.len() as u16).to_le_bytes());
    let length = |value: &u32| if *value < 256 { 0_u8 } else { 1 };
    data.extend(
        values.chunks(4).map(|four| four.iter().enumerate().map(|(n, value)| length(value) << (2 * n)).sum::<u8>()),
    );
    for value in &values {
        data.extend(&value.to_le_bytes()[..=usize::from(length(value))]);
    }
    let mut deflated = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    deflated.write_all(&data).expect("written");
    let data = deflated.finish().expect("done");
    if !base_45 {
        let letters = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(data);
        return format!("raddata://G0/1000/{letters}");
    }
    let letters = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let mut text = String::from("RADDATA://G0/000/");
    for pair in data.chunks(2) {
        let mut number = pair.iter().fold(0_usize, |number, byte| number * 256 + usize::from(*byte));
        for _ in 0..=pair.len() {
            let letter = char::from(letters[number % 45]);
            // As an address carries it.
            text.push_str(&if letter.is_ascii_alphanumeric() {
                letter.to_string()
            } else {
                format!("%{:02X}", letter as u8)
            });
            number /= 45;
        }
    }
    text
}

fn multiact() -> Vec<u8> {
    let mut file = Bytes::new(136 + 3 * CHANNELS + 21);
    file.put(0, b"MultiAct");
    file.put(115, &60_u32.to_le_bytes());
    file.put(123, &58_u32.to_le_bytes());
    for (n, count) in counts().iter().enumerate() {
        file.put(136 + 3 * n, &(*count as u32).to_le_bytes()[..3]);
    }
    file.0
}

fn tracs() -> Vec<u8> {
    let mut file = Bytes::new(10_597);
    file.put(32, &41.5_f64.to_le_bytes());
    file.put(40, &70.25_f64.to_le_bytes());
    for (n, at) in [2184, 4238, 6340, 8394].into_iter().enumerate() {
        for (channel, count) in counts().iter().enumerate() {
            file.put(at + 2 * channel, &(*count as u16).to_le_bytes());
        }
        file.put(at + 2048, &6250_u16.to_le_bytes());
        file.put(at + 2052, &6000_u16.to_le_bytes());
        let gross = [2152, 2156, 6308, 6312][n];
        file.put(gross + 24, &500_u32.to_le_bytes());
    }
    file.put(2144, &3_u32.to_le_bytes());
    file.0
}

fn daily() -> String {
    let all = joined(",");
    format!(
        "S1,NaI,SPM,1024,2.1,NSigma,8\nGB,Aa1,{all}\nGB,Aa2,{all}\nNB,030,7,9\nBX,2026-03-14T10:00:00.000Z-05:00\n\
         GS,Aa1,001,{all}\nNS,010,001,2,3\nGS,Aa1,002,{all}\nID,Cs-137,Aa1,1,2\nGX,Red,17,2026-03-14T10:25:27.000Z,pass.xml,2.5\n"
    )
}

/// A pass through a portal, with everything such a document may say.
pub(crate) fn portal_n42() -> String {
    "<?xml version=\"1.0\"?>\n<RadInstrumentData xmlns=\"http://physics.nist.gov/N42/2011/N42\">
     <RadInstrumentInformation id=\"i\"><RadInstrumentManufacturerName>Karsk Works</RadInstrumentManufacturerName>
      <RadInstrumentModelName>Gate 3</RadInstrumentModelName>
      <RadInstrumentClassCode>Spectroscopic Portal Monitor</RadInstrumentClassCode></RadInstrumentInformation>
     <RadDetectorInformation id=\"g\"><RadDetectorCategoryCode>Gamma</RadDetectorCategoryCode>
      <RadDetectorKindCode>NaI</RadDetectorKindCode></RadDetectorInformation>
     <RadDetectorInformation id=\"n\"><RadDetectorCategoryCode>Neutron</RadDetectorCategoryCode>
      <RadDetectorKindCode>He3</RadDetectorKindCode></RadDetectorInformation>
     <EnergyCalibration id=\"e\"><CoefficientValues>0 12 0</CoefficientValues></EnergyCalibration>
     <RadMeasurement id=\"b\"><MeasurementClassCode>Background</MeasurementClassCode>
      <StartDateTime>2026-03-14T10:00:00+05:00</StartDateTime><RealTimeDuration>PT5M</RealTimeDuration>
      <Spectrum id=\"bs\" radDetectorInformationReference=\"g\" energyCalibrationReference=\"e\">
       <LiveTimeDuration>PT299.5S</LiveTimeDuration>
       <ChannelData compressionCode=\"None\">1 2 3 4 5 6 7 8</ChannelData></Spectrum>
      <OccupancyIndicator>false</OccupancyIndicator></RadMeasurement>
     <RadMeasurement id=\"p\"><MeasurementClassCode>Foreground</MeasurementClassCode>
      <StartDateTime>2026-03-14T10:25:27+05:00</StartDateTime><RealTimeDuration>PT4.2S</RealTimeDuration>
      <Spectrum id=\"ps\" radDetectorInformationReference=\"g\" energyCalibrationReference=\"e\">
       <LiveTimeDuration>PT4.1S</LiveTimeDuration>
       <ChannelData compressionCode=\"CountedZeroes\">0 3 7 1.05562e+03 0 1 3 2</ChannelData></Spectrum>
      <GrossCounts id=\"pn\" radDetectorInformationReference=\"n\"><LiveTimeDuration>PT4.2S</LiveTimeDuration>
       <CountData>12</CountData></GrossCounts>
      <DoseRate id=\"pd\" radDetectorInformationReference=\"g\"><DoseRateValue>0.21</DoseRateValue></DoseRate>
      <RadInstrumentState radInstrumentInformationReference=\"i\"><StateVector><GeographicPoint>
       <LatitudeValue>41.5</LatitudeValue><LongitudeValue>70.25</LongitudeValue></GeographicPoint></StateVector>
      </RadInstrumentState><OccupancyIndicator>true</OccupancyIndicator></RadMeasurement>
     <AnalysisResults radMeasurementReferences=\"p\"><AnalysisAlgorithmName>Gate ID</AnalysisAlgorithmName>
      <RadAlarm><RadAlarmCategoryCode>Neutron</RadAlarmCategoryCode>
       <RadAlarmDescription>above background</RadAlarmDescription></RadAlarm>
      <NuclideAnalysisResults><Nuclide><NuclideIdentifiedIndicator>true</NuclideIdentifiedIndicator>
       <NuclideName>Cs-137</NuclideName><NuclideIDConfidenceValue>82</NuclideIDConfidenceValue></Nuclide>
       <Nuclide><NuclideIdentifiedIndicator>false</NuclideIdentifiedIndicator><NuclideName>Co-60</NuclideName></Nuclide>
      </NuclideAnalysisResults></AnalysisResults></RadInstrumentData>"
        .to_owned()
}
