/** Practice software with Spring Boot, as a vendor has it: the starter does the login. */
package example.practice;
