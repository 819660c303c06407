/** What of our own three trips through the code load, and the page that says so. */
package io.github.pscsdk.walks;
