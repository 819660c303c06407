package io.github.pscsdk.testkit.simulator.internal.page;

/** Attributes that an element has or has not. */
public enum Attribute {
    /** Of the link to the page that is open. */
    CURRENT("aria-current=\"page\""),
    /** Of a field whose content was refused. */
    INVALID("aria-invalid=\"true\""),
    FOCUSED("autofocus"),
    CHECKED("checked"),
    SELECTED("selected"),
    OPEN("open"),
    /** Of something that is not as usual. */
    TURNED("data-turned");

    private final Html markup;

    Attribute(String markup) {
        this.markup = new Html(" " + markup);
    }

    public Html when(boolean there) {
        return there ? markup : Html.NOTHING;
    }
}
