/**
 * Where a professional works. Pro Santé Connect hands over every practice with every workplace and chooses none: the
 * person does, for as long as the session lasts. Safe for any thread.
 */
package io.github.pscsdk.example.practiceweb.place;
