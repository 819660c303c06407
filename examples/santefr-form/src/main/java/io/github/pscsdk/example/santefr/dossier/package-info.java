/**
 * The acts of a professional on their declarations, on the pages or by software, and the embedded database that keeps
 * them: one owner of ownership, of the events and of receipts. The only user of H2 and Jdbi.
 *
 * <p>Safe for any thread; every call blocks on the database. A declaration and its findings are kept in one transaction
 * or not at all. No message of the database leaves this package, since it may quote a row.
 */
package io.github.pscsdk.example.santefr.dossier;
