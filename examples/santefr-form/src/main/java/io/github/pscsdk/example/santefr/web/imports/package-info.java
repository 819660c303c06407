/**
 * What the pages say of an import, in the reader's language: values for the templates, made once and never changed. Safe for
 * any thread.
 */
package io.github.pscsdk.example.santefr.web.imports;
