/**
 * The parts that every web application needs around {@link io.github.pscsdk.relyingparty.RelyingParty}, whatever its
 * web framework: the login, the session and the logout of its browsers, how many logins an address may begin, the token
 * of its forms, those that come when their session is over, and the status of a page that shows a problem. For vendors
 * of web applications; reading cookies, adding headers and showing pages stays with the framework.
 *
 * <p>Every type here is safe for any thread; {@link io.github.pscsdk.relyingparty.web.LoginLimit} alone keeps something
 * itself.
 */
@NullMarked
package io.github.pscsdk.relyingparty.web;

import org.jspecify.annotations.NullMarked;
