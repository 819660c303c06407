/**
 * The values of the templates: texts in the reader's language, and a professional in words instead of codes. Immutable
 * values, public because templates are classes of another package; for this service only.
 */
package io.github.pscsdk.example.santefr.web.view;
