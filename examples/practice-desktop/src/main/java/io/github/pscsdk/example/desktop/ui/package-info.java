/**
 * The windows, in Swing with FlatLaf: the only package here that knows either. Each shows a model and hands on what a person
 * does. Everything happens on the event dispatch thread.
 */
package io.github.pscsdk.example.desktop.ui;
