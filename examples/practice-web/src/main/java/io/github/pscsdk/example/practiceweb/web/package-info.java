/**
 * The addresses of the application. A method with a {@link io.github.pscsdk.relyingparty.session.PscSession} is called
 * for somebody who is logged in only. Pages work without script; nothing that a browser sends is logged.
 */
package io.github.pscsdk.example.practiceweb.web;
