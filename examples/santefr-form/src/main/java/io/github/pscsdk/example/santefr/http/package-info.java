/**
 * The HTTP API of the form, as {@code openapi.json} describes it. With the pages, the only user of Javalin.
 *
 * <p>Handlers run on a small pool of threads and block on the database and on introspection. Nothing that a caller
 * sends is logged: an event names a declaration by its number, and rules by their identifiers.
 */
package io.github.pscsdk.example.santefr.http;
