package dk.kvalitetsbro.themes;

/** Fired when a theme has been added or put in other words. */
public record ThemesChanged() {}
