/**
 * The form of a declaration: what stands in its fields, and what was typed into them. Immutable values, public because
 * templates are classes of another package; for this service only.
 */
package io.github.pscsdk.example.santefr.web.form;
