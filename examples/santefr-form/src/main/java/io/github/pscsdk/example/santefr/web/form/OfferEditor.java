package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.hours.WeekHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Adds offers to a declaration, takes them away, and lays their hours out by day. */
public final class OfferEditor {
    private static final Pattern HOURS = Pattern.compile("offers\\[(\\d{1,3})]\\.(?:hours\\.([a-z]+day)|hoursText)");

    private OfferEditor() {}

    /** With an offer of that kind at the end, of which nothing is said yet. */
    public static Declaration with(Declaration declaration, OfferKind kind) {
        var offers = new ArrayList<>(declaration.offers());
        offers.add(blank(kind));
        return with(declaration, offers);
    }

    /** Without the offer at that index. */
    public static Declaration without(Declaration declaration, int index) {
        var offers = new ArrayList<>(declaration.offers());
        offers.remove(index);
        return with(declaration, offers);
    }

    /** With the text of hours of an offer laid out by day, if it is a week; what names no day stays text. */
    public static Declaration laidOut(Declaration declaration, int index) {
        var text = declaration.offers().get(index).hoursText();
        return text.map(hours -> laidOut(declaration, index, hours)).orElse(declaration);
    }

    private static Declaration laidOut(Declaration declaration, int index, String text) {
        var offer = declaration.offers().get(index);
        return WeekHours.read(text)
                .map(week -> with(declaration, index, with(offer, hours(week), week.rest())))
                .orElse(declaration);
    }

    /** With the hours that a finding suggests for a day, or for the text of hours, which is laid out then. */
    public static Declaration accepted(Declaration declaration, String field, String suggestion) {
        var place = HOURS.matcher(field);
        if (!place.matches()) {
            return declaration;
        }
        var index = Integer.parseInt(place.group(1));
        if (place.group(2) == null) {
            return laidOut(declaration, index, suggestion);
        }
        var offer = declaration.offers().get(index);
        var hours = new HashMap<>(offer.hours());
        hours.put(DayOfWeek.valueOf(place.group(2).toUpperCase(Locale.ROOT)), suggestion);
        return with(declaration, index, with(offer, hours, offer.hoursText()));
    }

    private static Declaration with(Declaration declaration, int index, Offer offer) {
        var offers = new ArrayList<>(declaration.offers());
        offers.set(index, offer);
        return with(declaration, offers);
    }

    static Offer blank(OfferKind kind) {
        return new Offer(
                Optional.of(kind.text()),
                Optional.empty(),
                List.of(),
                List.of(),
                Setting.NONE,
                Audience.NONE,
                Access.NONE,
                Map.of(),
                Optional.empty());
    }

    private static Map<DayOfWeek, String> hours(WeekHours week) {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.days().forEach((day, read) -> hours.put(day, read.canonical()));
        return hours;
    }

    private static Offer with(Offer offer, Map<DayOfWeek, String> hours, Optional<String> text) {
        return new Offer(
                offer.kind(),
                offer.disease(),
                offer.products(),
                offer.tests(),
                offer.setting(),
                offer.audience(),
                offer.access(),
                hours,
                text);
    }

    private static Declaration with(Declaration declaration, List<Offer> offers) {
        return new Declaration(
                declaration.professional(),
                declaration.place(),
                offers,
                declaration.opensOn(),
                declaration.closesOn(),
                declaration.hidden(),
                declaration.source());
    }
}
