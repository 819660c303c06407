/**
 * How the application calls what it keeps beside the sessions. For the packages of this application; safe for any thread.
 */
package io.github.pscsdk.example.practiceweb.store;
