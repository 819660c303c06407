/**
 * The addresses of the application. A method with a {@link io.github.pscsdk.relyingparty.session.PscSession} is called
 * for somebody who is logged in only. Pages work without script; nothing that a browser sends is logged. The templates
 * under {@code src/main/jte} become classes of this package, and see its values.
 */
package io.github.pscsdk.example.practiceweb.web;
