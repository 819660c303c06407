package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.hours.EditedDay;
import io.github.pscsdk.example.declaration.hours.EditedWeek;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts what was typed into a declaration; what the form has no field for stays. */
public final class DeclarationEditor {
    /** More are not typed by anybody: a declaration has an offer of each kind, or two. */
    private static final int MOST_OFFERS = 50;

    private final TypedFields typed;

    private DeclarationEditor(TypedFields typed) {
        this.typed = typed;
    }

    /** The declaration as it stands in the form that was sent. */
    public static Declaration edit(Declaration before, TypedFields typed) {
        return new DeclarationEditor(typed).edit(before);
    }

    private Declaration edit(Declaration before) {
        var there = offers(before.offers());
        var offers = new ArrayList<Offer>();
        for (var i = 0; i < there.size(); i++) {
            offers.add(offer(there.get(i), "offers[" + i + "]"));
        }
        var declarant = new Declarant(
                before.professional().nationalId(), before.professional().rpps(), typed.text("professional.email"));
        return new Declaration(
                declarant,
                place(before.place()),
                offers,
                typed.text("opensOn"),
                typed.text("closesOn"),
                typed.text("hidden"),
                before.source());
    }

    /** Those that the fields are of: in the draft there may be others by now. A page of an earlier version does not tell. */
    private List<Offer> offers(List<Offer> before) {
        var told = typed.all("offers");
        if (told.isEmpty()) {
            return before;
        }
        var kinds = Stream.of(told.get(0).split(","))
                .filter(kind -> !kind.isBlank())
                .limit(Math.max(MOST_OFFERS, before.size()))
                .map(kind -> OfferKind.of(kind).orElse(OfferKind.VACCINATION))
                .toList();
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> i < before.size() && isOf(kinds.get(i), before.get(i))
                        ? before.get(i)
                        : OfferEditor.blank(kinds.get(i)))
                .toList();
    }

    private static boolean isOf(OfferKind kind, Offer offer) {
        return OfferFormFactory.isTesting(offer) == (kind == OfferKind.TESTING);
    }

    private Place place(Place before) {
        return new Place(
                typed.text("place.name"),
                address(before.address()),
                position(before.position()),
                new SiteNumbers(
                        typed.text("place.finess"),
                        typed.text("place.legalFiness"),
                        typed.text("place.siren"),
                        typed.text("place.siret")),
                typed.text("place.accessibility"));
    }

    /** How sure a position is goes with that position alone. */
    private Position position(Position before) {
        var latitude = typed.text("place.latitude");
        var longitude = typed.text("place.longitude");
        var same = latitude.equals(before.latitude()) && longitude.equals(before.longitude());
        return new Position(latitude, longitude, before.precision().filter(precision -> same));
    }

    private Address address(Address before) {
        return new Address(
                typed.text("place.streetNumber"),
                typed.text("place.street"),
                typed.text("place.complement"),
                typed.text("place.postcode"),
                typed.text("place.inseeCode"),
                typed.text("place.town"),
                before.banId());
    }

    private Offer offer(Offer before, String name) {
        // Each kind of offer has the fields of its kind.
        var isTesting = OfferFormFactory.isTesting(before);
        var setting = before.setting();
        return new Offer(
                before.kind(),
                isTesting ? before.disease() : typed.text(name + ".disease"),
                isTesting ? before.products() : typed.all(name + ".products"),
                isTesting ? typed.all(name + ".tests") : before.tests(),
                new Setting(
                        typed.all(name + ".modes"),
                        isTesting ? typed.text(name + ".supervisedSelfTest") : setting.supervisedSelfTest(),
                        isTesting ? setting.consultation() : typed.text(name + ".consultation")),
                new Audience(
                        typed.all(name + ".audience"),
                        typed.text(name + ".professionalsOnly"),
                        typed.text(name + ".priorityHours")),
                access(name),
                week(name + ".hours").hours(),
                typed.text(name + ".hoursText"));
    }

    private Access access(String name) {
        return new Access(
                typed.text(name + ".appointment"),
                typed.text(name + ".phone"),
                typed.text(name + ".secondPhone"),
                typed.text(name + ".website"),
                typed.text(name + ".voiceServer"),
                typed.text(name + ".details"));
    }

    private EditedWeek week(String name) {
        var days = new EnumMap<DayOfWeek, EditedDay>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, day(name + "." + WeekEditor.key(day)));
        }
        return new EditedWeek(days);
    }

    private EditedDay day(String name) {
        List<EditedDay.Range> ranges = IntStream.range(0, DayHours.MOST_RANGES)
                .mapToObj(i -> new EditedDay.Range(once(name + "[" + i + "].from"), once(name + "[" + i + "].to")))
                .toList();
        return new EditedDay(ranges, once(name + ".remark"));
    }

    private String once(String name) {
        return typed.text(name).orElse("");
    }
}
