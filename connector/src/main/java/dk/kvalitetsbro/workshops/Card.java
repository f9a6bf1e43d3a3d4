package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.Bilingual;

/** A question on a card that gets a conversation going. */
record Card(String code, Topic topic, Bilingual text) {}
