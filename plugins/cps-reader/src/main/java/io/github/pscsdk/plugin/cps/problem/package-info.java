/**
 * Everything that a card, a reader or the workstation's software can have against a login, with its texts. A host may compare a
 * {@code PscException}'s problem with these constants; nothing here touches a device.
 */
package io.github.pscsdk.plugin.cps.problem;
