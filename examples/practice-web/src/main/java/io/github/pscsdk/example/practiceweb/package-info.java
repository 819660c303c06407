/**
 * A vendor's web application: professionals log in with Pro Santé Connect, choose the place they work at, and declare
 * what they offer there. Its use of the login is what the package {@code spring} beside it offers to any
 * application.
 */
package io.github.pscsdk.example.practiceweb;
