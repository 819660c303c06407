/** Tests. */
package io.github.pscsdk.example.desktop.handover;
