package io.github.pscsdk.spring;

/**
 * Where the pages of the login are. Declare {@link #CALLBACK} and {@link #SIGNED_OUT} to ANS, with the public base URI
 * in front.
 */
public final class PscAddresses {
    /** Begins a login. */
    public static final String LOGIN = "/psc/login";
    /** Where logins come back to. */
    public static final String CALLBACK = "/psc/callback";
    /** Ends the session; takes the POST of a form only. */
    public static final String LOGOUT = "/psc/logout";
    /** Where logouts come back to. */
    public static final String SIGNED_OUT = "/psc/signed-out";
    /** Where Pro Santé Connect itself reports a logout. */
    public static final String BACKCHANNEL_LOGOUT = "/psc/logout/backchannel";

    /** The style of the button with which a login begins. */
    public static final String STYLESHEET = "/psc/button.css";

    static final String ALL = "/psc/**";
    /** Where what Spring Security refused is sent within the server, to be shown as a page. */
    static final String REFUSED = "/psc/refused";

    private PscAddresses() {}
}
