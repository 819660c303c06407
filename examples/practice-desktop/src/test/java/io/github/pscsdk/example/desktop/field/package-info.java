/** Tests. */
package io.github.pscsdk.example.desktop.field;
