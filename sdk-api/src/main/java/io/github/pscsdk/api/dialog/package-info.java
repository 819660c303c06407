/**
 * Questions and pictures that an authenticator shows a person in the dialog of practice software. Values are immutable
 * and safe for any thread; practice software implements {@link io.github.pscsdk.api.dialog.LoginDialog}.
 *
 * @since 1.0
 */
@NullMarked
package io.github.pscsdk.api.dialog;

import org.jspecify.annotations.NullMarked;
