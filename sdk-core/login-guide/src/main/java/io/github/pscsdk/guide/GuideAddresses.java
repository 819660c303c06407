package io.github.pscsdk.guide;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The addresses that Santé.fr's guide gives as words to click on alone, from whoever shows the guide, each with the day
 * on which it was read. Without one, the guide shows the words. Immutable; grows by with-methods.
 */
public final class GuideAddresses {
    private final Map<String, ReadAddress> addresses;

    record ReadAddress(URI address, LocalDate day) {}

    private GuideAddresses(Map<String, ReadAddress> addresses) {
        this.addresses = Map.copyOf(addresses);
    }

    /** No address. */
    public static GuideAddresses none() {
        return new GuideAddresses(Map.of());
    }

    /**
     * The links that can have one: {@code unlock}, {@code ans-support}, {@code diagcps}, {@code nurse-document}, {@code
     * ans-resources}.
     */
    public static Set<String> links() {
        return GuideFile.instance().linksOfWords();
    }

    /**
     * The same with the address of a link.
     *
     * @param link one of {@link #links()}
     * @param address {@code https} or {@code http}
     * @param read the day on which somebody read it
     * @throws IllegalArgumentException if there is no such link, or the address is none for a browser
     */
    public GuideAddresses with(String link, URI address, LocalDate read) {
        if (!links().contains(link)) {
            throw new IllegalArgumentException(
                    "the guide lacks the addresses of " + String.join(", ", links()) + " alone");
        }
        if (!Set.of("https", "http").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("the address of " + link + " does not begin with https://");
        }
        var more = new TreeMap<>(addresses);
        more.put(link, new ReadAddress(address, Objects.requireNonNull(read, "read")));
        return new GuideAddresses(more);
    }

    /**
     * The same with the address of a link as a setting has it: the address, white space, and the day on which it was
     * read, such as {@code https://support.example/card 2026-11-02}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public GuideAddresses with(String link, String setting) {
        var parts = setting.strip().split("\\s+");
        try {
            if (parts.length == 2) {
                return with(link, new URI(parts[0]), LocalDate.parse(parts[1]));
            }
        } catch (URISyntaxException | DateTimeException e) {
            throw new IllegalArgumentException(shape(link), e);
        }
        throw new IllegalArgumentException(shape(link));
    }

    Optional<ReadAddress> of(String link) {
        return Optional.ofNullable(addresses.get(link));
    }

    private static String shape(String link) {
        return link
                + " needs an address and the day on which it was read, such as https://support.example/card 2026-11-02";
    }
}
