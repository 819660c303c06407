/**
 * The windows, in Swing with FlatLaf: the only package here that knows either. Each shows a model and hands on the acts
 * of a person. Everything happens on the event dispatch thread.
 */
package io.github.pscsdk.example.desktop.ui;
