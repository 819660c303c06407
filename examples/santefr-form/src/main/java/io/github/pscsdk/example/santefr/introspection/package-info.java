/**
 * Asks an authorization server whose an API token is (RFC 7662). The only package that sends HTTP.
 *
 * <p>Safe for any thread; calls block and can be interrupted.
 */
package io.github.pscsdk.example.santefr.introspection;
