/** Tests. */
package io.github.pscsdk.example.desktop.model;
