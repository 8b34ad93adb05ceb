"""Who is charged with a deed, who owns up to it, who says that it never was. The room of responsibility and denial."""
