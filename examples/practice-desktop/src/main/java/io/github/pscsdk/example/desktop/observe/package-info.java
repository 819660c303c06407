/** How a window learns that what it shows has changed. */
package io.github.pscsdk.example.desktop.observe;
