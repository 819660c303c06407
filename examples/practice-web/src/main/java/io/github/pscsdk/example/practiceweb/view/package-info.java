/**
 * The values of the templates: texts in the reader's language, and people and places in words instead of codes.
 * Immutable values, public because templates are classes of another package; and the view that fills a template with
 * them.
 */
package io.github.pscsdk.example.practiceweb.view;
