//! How many counts a photon leaves in its peak: a smooth curve for the class of detector, times what shielding lets
//! through. Neither the size of the crystal nor the shield is known, so a few shapes are tried for each source, and only
//! the shape matters: the height is fitted.

use std::sync::OnceLock;

use crate::spectrum::DetectorClass;

/// One trial of what lies between the nuclide and the count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Trial {
    /// Added to the exponent of the efficiency: a smaller crystal falls faster.
    tilt: f64,
    /// Grams of iron per square centimetre.
    iron: f64,
    /// Grams of lead per square centimetre.
    lead: f64,
    /// What the trial costs in χ²: a shield is assumed only where it explains.
    pub(crate) cost: f64,
    /// Its place in [`TRIALS`].
    place: usize,
}

/// The trials, the plain one first.
pub(crate) const TRIALS: [Trial; 9] = [
    Trial { tilt: 0.0, iron: 0.0, lead: 0.0, cost: 0.0, place: 0 },
    Trial { tilt: -0.3, iron: 0.0, lead: 0.0, cost: 1.0, place: 1 },
    Trial { tilt: 0.4, iron: 0.0, lead: 0.0, cost: 1.0, place: 2 },
    Trial { tilt: 0.0, iron: 3.0, lead: 0.0, cost: 1.0, place: 3 },
    Trial { tilt: 0.0, iron: 12.0, lead: 0.0, cost: 2.0, place: 4 },
    Trial { tilt: 0.0, iron: 35.0, lead: 0.0, cost: 3.0, place: 5 },
    Trial { tilt: 0.0, iron: 0.0, lead: 2.0, cost: 2.0, place: 6 },
    Trial { tilt: 0.0, iron: 0.0, lead: 8.0, cost: 3.0, place: 7 },
    Trial { tilt: 0.0, iron: 0.0, lead: 20.0, cost: 3.0, place: 8 },
];

impl Trial {
    /// Whether a shield is assumed.
    pub(crate) fn is_shielded(&self) -> bool {
        self.iron > 10.0 || self.lead > 1.0
    }

    /// Relative number of counts in the peak of a photon of this energy.
    pub(crate) fn counts(&self, class: DetectorClass, energy: f64) -> f64 {
        let place = (energy.max(LEAST).ln() - LEAST.ln()) * PER_LOGARITHM;
        let cell = (place as usize).min(CELLS - 2);
        let part = (place - cell as f64).min(1.0);
        let table = &tables(class)[self.place];
        table[cell] + part * (table[cell + 1] - table[cell])
    }

    fn computed(&self, class: DetectorClass, energy: f64) -> f64 {
        efficiency(class, energy, self.tilt) * (-self.iron * iron(energy) - self.lead * lead(energy)).exp()
    }
}

/// The curves are asked for every line of the library in every trial, so they are kept at energies a seven-hundredth apart.
const CELLS: usize = 4800;
const PER_LOGARITHM: f64 = 700.0;
/// The energy of the first cell, in keV; the last is beyond 4,500 keV.
const LEAST: f64 = 5.0;

fn tables(class: DetectorClass) -> &'static [Vec<f64>] {
    static TABLES: [OnceLock<Vec<Vec<f64>>>; 8] = [const { OnceLock::new() }; 8];
    TABLES[class as usize].get_or_init(|| {
        let energy = |cell: usize| LEAST * (cell as f64 / PER_LOGARITHM).exp();
        TRIALS.iter().map(|trial| (0..CELLS).map(|cell| trial.computed(class, energy(cell))).collect()).collect()
    })
}

/// Full-energy peak efficiency, relative. Above its knee it falls as a power of energy; at low energies the window takes
/// photons away. Exponents and knees are those of usual crystals of the class.
fn efficiency(class: DetectorClass, energy: f64, tilt: f64) -> f64 {
    let (knee, exponent, window) = match class {
        DetectorClass::Hpge => (150.0, 1.0, 45.0),
        DetectorClass::Czt => (130.0, 1.6, 25.0),
        DetectorClass::Labr3 | DetectorClass::Cebr3 => (230.0, 1.25, 30.0),
        DetectorClass::Nai => (260.0, 1.2, 28.0),
        DetectorClass::Csi => (170.0, 1.45, 20.0),
        DetectorClass::Bgo => (350.0, 1.0, 28.0),
        DetectorClass::Plastic => (80.0, 2.5, 25.0),
    };
    let falling = 1.0 / (1.0 + (energy / knee).powi(3)).powf((exponent + tilt) / 3.0);
    falling * (-(window / energy).powi(3)).exp()
}

/// Mass attenuation of iron in cm²/g: photoelectric and Compton parts fitted to tabulated values between 40 and 3000 keV
/// (0.372 at 100 keV, 0.0735 at 662 keV).
fn iron(energy: f64) -> f64 {
    0.29 * (100.0 / energy).powf(2.9) + 0.0735 * (661.7 / energy).powf(0.43).min(1.6)
}

/// The same for lead (5.55 at 100 keV, 0.999 at 200 keV, 0.111 at 662 keV), with the K edge at 88 keV.
fn lead(energy: f64) -> f64 {
    let photoelectric = 5.4 * (100.0 / energy).powf(2.65);
    let below_edge = if energy < 88.0 { 0.27 } else { 1.0 };
    photoelectric * below_edge + 0.062 * (661.7 / energy).powf(0.4).min(1.6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_curves_are_the_computed_ones() {
        for class in [DetectorClass::Bgo, DetectorClass::Nai, DetectorClass::Hpge, DetectorClass::Plastic] {
            for (n, trial) in TRIALS.iter().enumerate() {
                assert_eq!(trial.place, n);
                for energy in [13.9, 59.54, 87.0, 122.06, 661.66, 1460.82, 2614.5, 4438.0] {
                    let (kept, computed) = (trial.counts(class, energy), trial.computed(class, energy));
                    // What a shield lets through to less than a millionth is nothing either way.
                    assert!(
                        (kept - computed).abs() <= 0.005 * computed + 1e-6,
                        "{class:?} {n} {energy}: {kept} {computed}"
                    );
                }
            }
        }
    }
}
