/**
 * JSON in and out: answers, the introspection answer, the configuration. The only user of Jackson here.
 *
 * <p>Stateless; safe for any thread. The bodies of callers are read strictly, what authorization servers send is read
 * with tolerance; both have bounds on depth and length.
 */
package io.github.pscsdk.example.santefr.json;
