/**
 * What practice software holds while a professional is logged in. For {@code internal.login}; safe for any thread.
 */
package io.github.pscsdk.workstation.internal.session;
