//! How wide a peak is at an energy, by class of detector, with a scale that is fitted from the spectrum.

use crate::spectrum::DetectorClass;

/// Full width at half maximum as a function of energy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WidthModel {
    /// The class whose curve is used.
    pub class: DetectorClass,
    /// What the class's curve is multiplied with; 1 until it is fitted.
    pub scale: f64,
}

impl WidthModel {
    /// The curve of a class, not yet fitted.
    pub fn of(class: DetectorClass) -> Self {
        Self { class, scale: 1.0 }
    }

    /// Full width at half maximum in keV. The curves go through the usual widths at 662 keV: HPGe 1.9, CZT 8, LaBr₃ 20,
    /// NaI 47, CsI 57, BGO 75 keV.
    pub fn fwhm(&self, energy: f64) -> f64 {
        let energy = energy.max(8.0);
        let part = energy / 661.7;
        let width = match self.class {
            DetectorClass::Hpge => (0.62 + 3.0 * part).sqrt(),
            DetectorClass::Czt => (14.0 + 50.0 * part).sqrt(),
            DetectorClass::Labr3 | DetectorClass::Cebr3 => (6.0 + 394.0 * part).sqrt(),
            DetectorClass::Nai => 47.0 * part.powf(0.63),
            DetectorClass::Csi => 57.0 * part.powf(0.58),
            DetectorClass::Bgo => 75.0 * part.powf(0.53),
            DetectorClass::Plastic => 180.0 * part.sqrt(),
        };
        self.scale * width
    }

    /// Standard deviation in keV.
    pub fn sigma(&self, energy: f64) -> f64 {
        self.fwhm(energy) / FWHM_PER_SIGMA
    }
}

/// Full width at half maximum of a Gaussian of standard deviation 1.
pub const FWHM_PER_SIGMA: f64 = 2.354_820_045;

/// Whether lines a few keV apart are seen apart.
pub fn is_high_resolution(class: DetectorClass) -> bool {
    matches!(class, DetectorClass::Hpge | DetectorClass::Czt)
}
