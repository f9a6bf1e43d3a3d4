package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.Bilingual;

/** One of the municipality's values, which an argument may cite. */
record Value(String code, Bilingual name, Bilingual meaning) {}
