/**
 * JSON in and out: declarations, answers, the introspection answer, the table of eligibility, the configuration. The
 * only user of Jackson.
 *
 * <p>Stateless; safe for any thread. What callers send is read strictly, what authorization servers send is read with
 * tolerance; both have bounds on depth and length.
 */
package io.github.pscsdk.example.santefr.json;
