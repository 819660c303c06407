package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.example.santefr.web.view.Note;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of one offer.
 *
 * @param index its place in the declaration
 * @param title the key of what it is called
 * @param what what is offered, and for whom
 * @param access how to come
 * @param week when
 * @param hours hours in words
 * @param notes what the rules remark on the offer as a whole
 */
public record OfferForm(
        int index,
        String title,
        List<Control> what,
        List<Control> access,
        WeekEditor week,
        List<Control> hours,
        List<Note> notes) {
    public OfferForm {
        what = List.copyOf(what);
        access = List.copyOf(access);
        hours = List.copyOf(hours);
        notes = List.copyOf(notes);
    }

    String kind() {
        return title.substring(title.indexOf('.') + 1);
    }

    List<String> anchors() {
        var fields = Stream.of(what, access, hours).flatMap(List::stream).map(Control::id);
        var days = week.days().stream().map(WeekEditor.Day::id);
        return Stream.of(Stream.of(id()), fields, days).flatMap(all -> all).toList();
    }

    /** Where a link leads to. */
    public String id() {
        return Anchors.of("offers[" + index + "].kind");
    }
}
