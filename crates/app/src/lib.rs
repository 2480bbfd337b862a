//! Use cases, one file a verb; the first line of each authorises
