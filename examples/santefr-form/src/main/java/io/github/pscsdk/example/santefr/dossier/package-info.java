/**
 * The acts of a professional on their declarations, on the pages or by software: one owner of ownership, of the
 * events and of receipts, between the life cycle of the library and the database.
 *
 * <p>Safe for any thread; every call blocks on the database.
 */
package io.github.pscsdk.example.santefr.dossier;
