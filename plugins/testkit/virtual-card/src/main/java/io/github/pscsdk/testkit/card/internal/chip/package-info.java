/**
 * The inside of the virtual cards: transport, files, codes, keys and the commands of both generations, written from the
 * facts of published sources (cps-card.md). Knows no reader: bytes in, bytes out.
 *
 * <p>Facts that no source publishes are invented, and a comment says so at each place: file numbers of certificates,
 * key and code references of the CPS3, the contents of the PKCS#15 directories, the numbers of unlock attempts.
 *
 * <p>One card is for one thread at a time; {@code Chip} ensures this.
 */
package io.github.pscsdk.testkit.card.internal.chip;
