/**
 * Asks an authorization server whose an API token is (RFC 7662). The only package that sends HTTP.
 *
 * <p>Safe for any thread; a call blocks for ten seconds at most.
 */
package io.github.pscsdk.example.santefr.introspection;
