/**
 * JSON in and out: declarations and other records, read strictly. The only user of Jackson's data binding here.
 *
 * <p>Stateless; safe for any thread. Input is read strictly, with bounds on depth and length, and refused
 * without being repeated.
 */
package io.github.pscsdk.example.declaration.json;
