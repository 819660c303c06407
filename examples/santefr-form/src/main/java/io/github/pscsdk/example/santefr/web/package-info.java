/**
 * The pages on which a professional logs in with Pro Santé Connect, and out again. They work without script.
 *
 * <p>Handlers run on the server's threads and block while Pro Santé Connect is asked. The templates under {@code
 * src/main/jte} become classes of this package, and see its values. Nothing that a browser sends is logged.
 */
package io.github.pscsdk.example.santefr.web;
