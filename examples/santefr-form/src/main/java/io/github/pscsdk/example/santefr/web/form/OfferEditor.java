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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds offers to a declaration, takes them away, and lays their hours out by day. */
public final class OfferEditor {
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
        var offer = declaration.offers().get(index);
        return offer.hoursText()
                .flatMap(WeekHours::read)
                .map(week -> {
                    var offers = new ArrayList<>(declaration.offers());
                    offers.set(index, with(offer, week));
                    return with(declaration, offers);
                })
                .orElse(declaration);
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

    private static Offer with(Offer offer, WeekHours week) {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.days().forEach((day, read) -> hours.put(day, read.canonical()));
        return new Offer(
                offer.kind(),
                offer.disease(),
                offer.products(),
                offer.tests(),
                offer.setting(),
                offer.audience(),
                offer.access(),
                hours,
                week.rest());
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
