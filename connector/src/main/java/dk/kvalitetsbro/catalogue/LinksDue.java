package dk.kvalitetsbro.catalogue;

/** Fired when the platform's links and the attachments here may differ: it is time to match them. */
public record LinksDue() {}
