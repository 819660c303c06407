/** The HTTP proxy through which either half calls others. */
@NullMarked
package io.github.pscsdk.httpclient;

import org.jspecify.annotations.NullMarked;
