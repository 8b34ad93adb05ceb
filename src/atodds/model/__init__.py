"""The domain: frozen records, no input or output, nothing imported from the other rooms."""
