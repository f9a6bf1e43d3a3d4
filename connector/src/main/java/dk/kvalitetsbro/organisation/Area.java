package dk.kvalitetsbro.organisation;

/** A part of the municipality that centres belong to. */
public record Area(String code, String name) {}
