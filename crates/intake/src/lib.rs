//! Foreign files read into domain values, with findings
