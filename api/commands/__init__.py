"""The commands of `cancu`, one a module: what is imported here is paid for only by those who run it."""
