/** Practice software without a framework, as a vendor has it: a desktop and a website. */
package example.practice;
