package dk.kvalitetsbro.moodle.client;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The site and what a token may call there ({@code core_webservice_get_site_info}).
 *
 * @param url       the site's own idea of its address
 * @param release   for people, such as {@code 4.5.5+ (Build: 20250613)}
 * @param version   for comparing, such as {@code 2024100705.01}
 * @param userId    the account that the token acts as
 * @param functions the names of the functions in the token's service
 */
public record SiteInfo(
        String name, String url, String release, String version, long userId, String username, Set<String> functions) {
    public SiteInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(release, "release");
        functions = Set.copyOf(functions);
    }

    static SiteInfo from(Fields site) {
        return new SiteInfo(
                site.optionalText("sitename").orElse(""),
                site.text("siteurl"),
                site.text("release"),
                site.text("version"),
                site.number("userid"),
                site.text("username"),
                site.rows("functions").map(function -> function.text("name")).collect(Collectors.toSet()));
    }
}
